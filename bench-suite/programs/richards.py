"""A model of an operating system's scheduler: queues of packets, tasks of different classes, polymorphic calls."""

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
DEVICE_PACKET, WORK_PACKET = 0, 1
BUFFER_SIZE = 4


class Packet:
    def __init__(self, link, identity, kind):
        self.link = link
        self.identity = identity
        self.kind = kind
        self.datum = 0
        self.data = [0] * BUFFER_SIZE

    def append_to(self, queue):
        """The queue with this packet at its end."""
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    """A task is ready, waiting for a packet, or held; a packet may be waiting for it."""

    def __init__(self, scheduler, identity, priority, queue, waiting):
        self.scheduler = scheduler
        self.identity = identity
        self.priority = priority
        self.input = queue
        self.packet_pending = queue is not None
        self.task_waiting = waiting
        self.task_holding = False
        self.link = scheduler.tasks
        scheduler.tasks = self
        scheduler.table[identity] = self

    def is_held_or_waiting(self):
        return self.task_holding or (not self.packet_pending and self.task_waiting)

    def run_once(self):
        """Runs the task; the task to look at next."""
        packet = None
        if self.task_waiting and self.packet_pending:
            packet = self.input
            self.input = packet.link
            self.packet_pending = self.input is not None
            self.task_waiting = False
        return self.step(packet)

    def wait(self):
        self.task_waiting = True
        return self

    def hold(self):
        self.scheduler.holds += 1
        self.task_holding = True
        return self.link

    def release(self, identity):
        other = self.scheduler.table[identity]
        other.task_holding = False
        return other if other.priority > self.priority else self

    def send(self, packet):
        scheduler = self.scheduler
        receiver = scheduler.table[packet.identity]
        scheduler.packets_sent += 1
        packet.link = None
        packet.identity = self.identity
        return receiver.receive(packet, self)

    def receive(self, packet, sender):
        if self.input is None:
            self.input = packet
            self.packet_pending = True
            if self.priority > sender.priority:
                return self
        else:
            self.input = packet.append_to(self.input)
        return sender

    def step(self, packet):
        raise NotImplementedError


class IdleTask(Task):
    def __init__(self, scheduler, identity, priority, count):
        super().__init__(scheduler, identity, priority, None, False)
        self.control = 1
        self.count = count

    def step(self, packet):
        self.count -= 1
        if self.count == 0:
            return self.hold()
        if self.control & 1 == 0:
            self.control //= 2
            return self.release(DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.release(DEVICE_B)


class WorkerTask(Task):
    def __init__(self, scheduler, identity, priority, queue):
        super().__init__(scheduler, identity, priority, queue, True)
        self.destination = HANDLER_A
        self.letter = 0

    def step(self, packet):
        if packet is None:
            return self.wait()
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.identity = self.destination
        packet.datum = 0
        for i in range(BUFFER_SIZE):
            self.letter = self.letter % 26 + 1
            packet.data[i] = ord("A") + self.letter - 1
        return self.send(packet)


class HandlerTask(Task):
    def __init__(self, scheduler, identity, priority, queue):
        super().__init__(scheduler, identity, priority, queue, True)
        self.work = None
        self.devices = None

    def step(self, packet):
        if packet is not None:
            if packet.kind == WORK_PACKET:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        work = self.work
        if work is None:
            return self.wait()
        count = work.datum
        if count >= BUFFER_SIZE:
            self.work = work.link
            return self.send(work)
        device = self.devices
        if device is None:
            return self.wait()
        self.devices = device.link
        device.datum = work.data[count]
        work.datum = count + 1
        return self.send(device)


class DeviceTask(Task):
    def __init__(self, scheduler, identity, priority):
        super().__init__(scheduler, identity, priority, None, True)
        self.pending = None

    def step(self, packet):
        if packet is None:
            packet = self.pending
            if packet is None:
                return self.wait()
            self.pending = None
            return self.send(packet)
        self.pending = packet
        self.scheduler.trace += packet.datum
        return self.hold()


class Scheduler:
    def __init__(self):
        self.tasks = None
        self.table = [None] * 6
        self.packets_sent = 0
        self.holds = 0
        self.trace = 0

    def run(self):
        task = self.tasks
        while task is not None:
            if task.is_held_or_waiting():
                task = task.link
            else:
                task = task.run_once()


def simulate(count):
    scheduler = Scheduler()
    IdleTask(scheduler, IDLE, 0, count)
    work = Packet(None, WORKER, WORK_PACKET)
    work = Packet(work, WORKER, WORK_PACKET)
    WorkerTask(scheduler, WORKER, 1000, work)
    for handler, device, priority in ((HANDLER_A, DEVICE_A, 2000), (HANDLER_B, DEVICE_B, 3000)):
        packets = Packet(None, device, DEVICE_PACKET)
        packets = Packet(packets, device, DEVICE_PACKET)
        packets = Packet(packets, device, DEVICE_PACKET)
        HandlerTask(scheduler, handler, priority, packets)
    DeviceTask(scheduler, DEVICE_A, 4000)
    DeviceTask(scheduler, DEVICE_B, 5000)
    scheduler.run()
    return scheduler


def main():
    for _ in range(40):
        scheduler = simulate(10_000)
        # The counts that are published with the program.
        assert scheduler.packets_sent == 23_246, scheduler.packets_sent
        assert scheduler.holds == 9_297, scheduler.holds
    print(scheduler.packets_sent, scheduler.holds, scheduler.trace)


main()

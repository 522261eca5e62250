# An AttributeError that the program raises itself knows of which attribute of what; source lines lose what trails them.
class Computed:
    val = 1

    def __getattr__(self, name):
        raise AttributeError(f"no {name}")

    @property
    def broken(self):
        raise AttributeError("from the property")


class Plain:
    @property
    def broken(self):
        raise AttributeError("from the property")


for o, name in ((Computed(), "absent"), (Computed(), "broken"), (Plain(), "broken")):
    try:
        getattr(o, name)
    except AttributeError as e:
        print(e, e.name, type(e.obj).__name__)


def read(o):
    return o.vaal   


read(Computed())

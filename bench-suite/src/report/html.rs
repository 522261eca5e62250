//! The report as one self-contained page: the report's JSON inside a page that draws it.

use crate::results::Report;

pub fn html(report: &Report) -> String {
    // `</script>` inside a string would end the script.
    let data = serde_json::to_string(report).expect("a report is representable").replace("</", "<\\/");
    include_str!("page.html").replace("\"REPORT\"", &data)
}

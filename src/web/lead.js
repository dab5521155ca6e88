// A small page leads on to the page that holds the text, with whatever stands behind its `#`.
const lead = document.querySelector("a[data-lead]");
const on = new URL(lead.href);
if (location.hash) on.hash = location.hash;
on.search = location.search;
location.replace(on);

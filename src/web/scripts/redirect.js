// A small page leads on to the page that holds the text, with whatever stands behind its `#`.
const target = new URL(document.querySelector("a[data-lead]").href);
if (location.hash) target.hash = location.hash;
target.search = location.search;
location.replace(target);

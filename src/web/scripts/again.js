// One more attempt at what could not be had. What can be read stays: the page is only loaded again once the site answers
// with it and with the files that failed, which are asked for past every cache.
export async function loadAgain(...files) {
  // From a disk, nothing but the page itself can be asked for.
  if (location.protocol === "file:") return location.reload();
  // Firefox lets nothing else come while a style is waited for.
  for (const link of document.querySelectorAll("link[rel=stylesheet]")) link.sheet ?? link.remove();
  const ask = async (file) => {
    const response = await fetch(file, { cache: "reload" });
    if (!response.ok) throw response.status;
    await response.blob();
  };
  await Promise.all([location.href, ...files].map(ask));
  location.reload();
}

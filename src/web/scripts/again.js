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
  // While a style is on its way, Firefox sends no such request. Then loading is tried at once: until its answer comes, a
  // browser keeps the page that stands.
  const late = new Promise((on) => setTimeout(on, 6000));
  await Promise.race([late, Promise.all([location.href, ...files].map(ask))]);
  location.reload();
}

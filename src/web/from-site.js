// The parts of the page as files of a site, fetched at the same time.

const here = new URL("..", import.meta.url);
const link = (name) => document.querySelector(`link[data-${name}]`).href;
const AGAIN = "Check the connection, then load the page again.";

// The answer to a request, or the reason why there is none.
async function ask(address, what, advice) {
  const response = await fetch(address).catch((error) => {
    const disk = location.protocol === "file:";
    throw new Failure(
      `${what} could not be fetched from ${address} (${error.message}).`,
      disk
        ? "A browser does not let a page read other files from a disk. Put the folder on a web server, or run “standpoint serve” on it."
        : AGAIN,
    );
  });
  if (response.ok && response.body) return response;
  throw new Failure(`${what} is not there: ${address} answered ${response.status} ${response.statusText}.`, advice);
}

// The bytes of an answer as they come, counted; `cut` is called when they stop too early.
function counted(response, cut) {
  const reader = response.body.getReader();
  return new ReadableStream({
    async pull(to) {
      try {
        const { done, value } = await reader.read();
        if (done) return to.close();
        read += value.length;
        to.enqueue(value);
      } catch (error) {
        cut(error);
        to.error(error);
      }
    },
  });
}

// What `use` makes of the bytes at an address, while they still arrive.
async function load(address, what, advice, use) {
  const response = await ask(address, what, advice);
  let broken;
  const stream = counted(response, (error) => (broken = error));
  try {
    return await use(stream);
  } catch (error) {
    if (broken) throw new Failure(`${what} broke off on its way from ${address} (${broken.message}).`, AGAIN);
    throw new Failure(`${what} at ${address} cannot be used: ${error.message}.`, MIXED);
  }
}

// Named as wasm whatever the server calls it, so that a wrong MIME type does no harm.
const WASM = { headers: { "content-type": "application/wasm" } };
const bytes = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());
const compile = (stream) =>
  WebAssembly.compileStreaming ? WebAssembly.compileStreaming(new Response(stream, WASM)) : bytes(stream).then(WebAssembly.compile);
const glue = new URL("./{{page}}", import.meta.url).href;

begin({
  folder: here.pathname,
  source: link("corpus"),
  glue: () =>
    import(glue).then(
      (page) => page.default,
      (error) => {
        throw new Failure(`A part of this page could not be loaded from ${glue} (${error.message}).`, MIXED);
      },
    ),
  module: () => load(link("wasm"), "The program of this page", MIXED, compile),
  corpus: () =>
    load(link("corpus"), "The corpus", "If this is your site, check that the file was uploaded under this name. Otherwise load the page again later.", bytes),
});

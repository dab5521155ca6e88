// Files beside this script that are held against their integrity, each named with it.
export const beside = (name) => new URL(`./${name}`, import.meta.url).href;

// The bytes of a file; what is thrown names its address, too.
export async function checkedBytes(name, integrity) {
  const address = beside(name);
  const refuse = (why) => Object.assign(new Error(`${address} ${why}.`), { address });
  const response = await fetch(address, { integrity }).catch(({ message }) => {
    throw refuse(`could not be fetched (${message})`);
  });
  if (!response.ok) throw refuse(`answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

// A program: the script that starts it, and its wasm.
export async function checkedProgram([[script, integrity], wasm]) {
  const href = beside(script);
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", integrity, href }));
  const [glue, module] = await Promise.all([import(href), checkedBytes(...wasm)]);
  return [glue.default, await WebAssembly.compile(module)];
}

// The messages of a language, of those that there are; nothing for English.
export const checkedCatalog = async (catalogs, language) =>
  catalogs[language] ? checkedBytes(...catalogs[language]) : new Uint8Array();

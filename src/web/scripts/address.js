// The little of an address that scripts have to know before a program is there: which screen it asks for, which
// statement, whether the page stands in a frame, in which language. The whole grammar is `route::url`; a scenario holds
// both against every link that was ever given out.

// What `?…#…` asks for, on a page that is about all documents where `isList` says so.
export const readAddress = (address, isList) => {
  const find = (pattern) => address && address.match(new RegExp(`[?#&](?:${pattern})`, "i"));
  const statement = find("s=([a-z0-9._-]+)")?.[1];
  const lists = find("view=(documents|statements|actor|issue)") || (isList && !find("view=|s=|doc="));
  const compares = find("view=compare|(pair|cell|col|row)=") && !find("view=read");
  return {
    screen: lists ? "list" : compares ? "compare" : "read",
    statement,
    isEmbedded: Boolean(find("embed=1")),
    language: find("lang=([a-z]+)\\b")?.[1],
  };
};

// The little of an address that scripts have to know before a program is there: which screen it asks for, which
// statement, whether the page stands in a frame, in which language. The whole grammar is `route::url`; a scenario holds
// both against every link that was ever given out.

// What `?…#…` asks for, on a page that shows the screen `own` where the address does not say another.
export const readAddress = (address, own) => {
  const find = (pattern) => address && address.match(new RegExp(`[?#&](?:${pattern})`, "i"));
  const statement = find("s=([a-z0-9._-]+)")?.[1];
  const compares = find("view=compare|(pair|cell|col|row)=") && !find("view=read");
  const asked = find("view=(documents|statements|actor|issue)") ? "list" : compares ? "compare" : find("view=|s=|doc=") && "read";
  return {
    screen: asked || own || "read",
    statement,
    isEmbedded: Boolean(find("embed=1")),
    language: find("lang=([a-z]+)\\b")?.[1],
  };
};

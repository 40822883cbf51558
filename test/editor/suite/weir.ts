/** A report that tests add to the sources, from the clipboard, a file or the web. */
export const weir = `The Weir Holds

Published: 14 Mar. 2024

The weir at Saltmere held on Wednesday, the council said, after a night of rain that brought down two elms and the fence of the mill.

“It held because we mended it,” said Edda Quill, the harbour warden.
`;

/** Hands a file to the browser to be saved. Only files that the API itself gave to be kept come here. */
export const saveFile = (name: string, type: string, content: BlobPart): void => {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Freed later: the browser begins to read after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
};

/** Bytes of a base64 text. */
export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));

/** Hand a file to the reader's downloads. */
export function offerFile(text: string, name: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/** How long the file stays to be fetched: browsers begin at once, but ask where to save it first. */
const KEPT_MS = 10_000;

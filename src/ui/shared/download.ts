/** Offer a text to the reader as a downloaded file. */
export function offerFile(text: string, name: string, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/**
 * How long the file stays available, in milliseconds. Browsers fetch it at once, but some ask first
 * where to save it.
 */
const KEPT_MS = 10_000;

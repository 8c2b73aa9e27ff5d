import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createSieve } from '../src/page/sieve.ts';

/** Stands where the content script looks for it: both share a world that the page cannot reach. */
export default defineUnlistedScript(() => {
  globalThis.newsglossSieve = createSieve;
});

declare global {
  var newsglossSieve: typeof createSieve | undefined;
}

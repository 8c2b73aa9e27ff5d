import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leavePart } from '../src/page/frame/frame-parts.ts';
import { createFirstMentions } from '../src/page/painting/first-mentions.ts';

/** Stands where the content script looks for it. */
export default defineUnlistedScript(() => {
  leavePart('sieve', createFirstMentions);
});

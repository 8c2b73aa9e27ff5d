import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { leavePart } from '../src/page/frame/frame-parts.ts';
import { createFirstMentions } from '../src/page/painting/first-mentions.ts';

/** Leaves the painter of first mentions in the frame, where the content script finds it. */
export default defineUnlistedScript(() => {
  leavePart('sieve', createFirstMentions);
});

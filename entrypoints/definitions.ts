import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readBlockDefinitions } from '../src/core/definitions/block-definitions.ts';
import { leavePart } from '../src/page/frame/frame-parts.ts';

/** Leaves the reader of definitions in the frame, where the content script finds it. */
export default defineUnlistedScript(() => {
  leavePart('definitions', readBlockDefinitions);
});

/** Node, and at the end of a worker the end of its browsers: what its files share outlives them. */
import { builtinEnvironments, type Environment } from 'vitest/runtime';
import type {} from './worker-browsers.ts';

const environment: Environment = {
  name: 'browsers',
  viteEnvironment: 'ssr',
  async setup(global, options) {
    const { teardown } = await builtinEnvironments.node.setup(global, options);
    return {
      async teardown() {
        const started = await Promise.allSettled(globalThis.workerBrowsers?.values() ?? []);
        for (const each of started) if (each.status === 'fulfilled') await each.value.close();
        await teardown(global);
      },
    };
  },
};

export default environment;

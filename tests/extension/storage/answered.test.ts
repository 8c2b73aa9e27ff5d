import { afterEach, describe, expect, it, vi } from 'vitest';
import { answered } from '../../../src/extension/storage/answered.ts';

/** A page that is kept in memory and shown again, as often as is wanted. */
function stubPage() {
  const listeners = new Set<(event: unknown) => void>();
  vi.stubGlobal(
    'addEventListener',
    (_: 'pageshow', listener: (event: unknown) => void, { signal }: { signal: AbortSignal }) => {
      listeners.add(listener);
      signal.addEventListener('abort', () => listeners.delete(listener));
    },
  );
  return {
    listeners,
    show: (event: object) => {
      for (const listener of listeners) listener({ isTrusted: true, persisted: true, ...event });
    },
  };
}

const NEVER = new Promise<never>(() => undefined);

afterEach(() => void vi.unstubAllGlobals());

describe('what is answered', () => {
  it('is asked for once where an answer comes, and nothing is listened to afterwards', async () => {
    const { listeners, show } = stubPage();
    const ask = vi.fn(async () => 'this');
    expect(await answered(ask)).toBe('this');
    await expect.poll(() => listeners.size).toBe(0);
    show({});
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is asked for again when the page was kept and the answer has got lost', async () => {
    const { listeners, show } = stubPage();
    const ask = vi.fn<() => Promise<string>>().mockReturnValueOnce(NEVER).mockResolvedValue('this');
    const answer = answered(ask);
    show({});
    expect(await answer).toBe('this');
    expect(ask).toHaveBeenCalledTimes(2);
    await expect.poll(() => listeners.size).toBe(0);
  });

  it('is asked for once by a page that only says that it was kept, or that is shown at first', async () => {
    const { show } = stubPage();
    const ask = vi.fn(() => NEVER);
    void answered(ask);
    show({ isTrusted: false });
    show({ persisted: false });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('fails as the question failed', async () => {
    stubPage();
    await expect(answered(() => Promise.reject(new Error('nobody there')))).rejects.toThrow(
      'nobody there',
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  DWELL_MS,
  type HoverEvent,
  type HoverState,
  IDLE,
  LEAVE_MS,
  shownOf,
  step,
  timerOf,
} from '../../../src/page/pointing/dwell.ts';
import { fc } from '../../properties.ts';

type State = HoverState<string>;
type Event = HoverEvent<string>;

const isSame = (a: string, b: string) => a === b;
const at = { x: 100, y: 100 };
const near = { x: 103, y: 102 };
const far = { x: 120, y: 100 };

const idle: State = IDLE;
const dismissedA: State = { name: 'idle', dismissed: 'A' };
const dwellA: State = { name: 'dwelling', target: 'A', at };
const openA: State = { name: 'open', shown: 'A', how: 'pointer' };
const openB: State = { name: 'open', shown: 'B', how: 'pointer' };
const tapA: State = { name: 'open', shown: 'A', how: 'tap' };
const keyA: State = { name: 'open', shown: 'A', how: 'key' };
const leaveA: State = { name: 'leaving', shown: 'A' };
const switchAB: State = { name: 'switching', shown: 'A', how: 'key', target: 'B', at };

const over = (target: string | null, point = at): Event => ({ type: 'over', target, at: point });
const press = (target: string | null): Event => ({ type: 'press', target });
const tap = (target: string | null, how: 'tap' | 'pen' = 'tap'): Event => ({
  type: 'tap',
  target,
  how,
});
const scroll = (stays: boolean): Event => ({ type: 'scroll', stays });
const dwelt = (target: string | null): Event => ({ type: 'dwelt', target });
const enter: Event = { type: 'enter' };
const esc: Event = { type: 'escape' };
const stop: Event = { type: 'stop' };
const left: Event = { type: 'left' };
const callB: Event = { type: 'call', target: 'B' };

describe('step', () => {
  it.each<[string, State, Event, State]>([
    ['begins to dwell on a mention', idle, over('A'), dwellA],
    ['leaves a dismissed mention alone', dismissedA, over('A'), dismissedA],
    ['hears a dismissed mention again once it was left', dismissedA, over(null), idle],
    ['dwells on another than the dismissed one', dismissedA, over('B'), { ...dwellA, target: 'B' }],
    ['rests on while the hand trembles', dwellA, over('A', near), dwellA],
    ['rests anew where the pointer moves on', dwellA, over('A', far), { ...dwellA, at: far }],
    ['rests anew on the next mention', dwellA, over('B'), { ...dwellA, target: 'B' }],
    ['abandons off the mention', dwellA, over(null), idle],
    ['abandons on a scroll', dwellA, scroll(false), idle],
    ['abandons on a press, and remembers what was dismissed', dwellA, press('A'), dismissedA],
    ['does not abandon for Esc, which is the page’s', dwellA, esc, dwellA],
    ['opens after the dwell', dwellA, dwelt('A'), openA],
    ['opens nothing when the text has gone', dwellA, dwelt(null), idle],
    ['stays open over its mention', openA, over('A', far), openA],
    ['stays open in the card', openA, enter, openA],
    ['opens the next one at once', openA, over('B'), openB],
    ['begins to leave', openA, over(null), leaveA],
    ['closes on Esc, and remembers what was dismissed', openA, esc, dismissedA],
    ['closes on a press outside', openA, press(null), idle],
    ['closes when scrolled away', openA, scroll(false), idle],
    ['stays on a scroll that leaves all in place', openA, scroll(true), openA],
    ['closes when the page is hidden', openA, stop, idle],
    ['comes back to the mention', leaveA, over('A'), openA],
    ['reaches the card', leaveA, enter, openA],
    ['reaches the next mention', leaveA, over('B'), openB],
    ['goes on leaving', leaveA, over(null), leaveA],
    ['is gone after the grace', leaveA, left, idle],
    ['closes on Esc while leaving', leaveA, esc, dismissedA],
    ['opens at once on a tap', idle, tap('A'), tapA],
    ['opens at once on a tap of a pen', idle, tap('A', 'pen'), { ...tapA, how: 'pen' }],
    ['moves to the tapped mention', tapA, tap('B'), { ...tapA, shown: 'B' }],
    ['closes on a tap elsewhere', tapA, tap(null), idle],
    ['stays after a tap though nothing is under the pointer', tapA, over(null), tapA],
    ['opens at once when called', idle, callB, { ...keyA, shown: 'B' }],
    ['stays after a call though nothing is under the pointer', keyA, over(null), keyA],
    ['dwells on another mention beside a called card', keyA, over('B'), switchAB],
    ['goes over to the pointer in a called card', keyA, enter, openA],
    ['goes over to the pointer on a called mention', keyA, over('A'), openA],
    ['closes a called card that scrolled away', keyA, scroll(false), idle],
    ['switches after the dwell', switchAB, dwelt('B'), openB],
    ['rests on while switching', switchAB, over('B', near), switchAB],
    ['rests anew while switching', switchAB, over('B', far), { ...switchAB, at: far }],
    ['gives up switching off the mention', switchAB, over(null), keyA],
    ['gives up switching when the text has gone', switchAB, dwelt(null), keyA],
    ['gives up switching on a scroll', switchAB, scroll(true), keyA],
    ['gives up switching in the card', switchAB, enter, openA],
    ['closes on Esc while switching', switchAB, esc, dismissedA],
    ['ignores a dwell that was abandoned', idle, dwelt('A'), idle],
    ['ignores a grace that was used', openA, left, openA],
    ['has no card to enter', dwellA, enter, dwellA],
  ])('%s', (_, from, event, to) => {
    expect(step(from, event, isSame)).toEqual(to);
  });

  it.each<[string, State, Event]>([
    ['while the hand trembles', dwellA, over('A', near)],
    ['while leaving goes on', leaveA, over(null)],
    ['while switching', switchAB, over('B', near)],
  ])('hands back the same value %s, so that the timer runs on', (_, state, event) => {
    expect(step(state, event, isSame)).toBe(state);
  });
});

/** A page with a pointer and a clock; timers as `restartTimer` of hover.ts keeps them. */
function createReader() {
  let state: State = IDLE;
  let under: string | null = null;
  let due: number | null = null;
  let now = 0;
  const send = (event: Event) => {
    if (event.type === 'over') under = event.target;
    const next = step(state, event, isSame);
    if (next === state) return;
    state = next;
    const kind = timerOf(state);
    due = kind === null ? null : now + (kind === 'dwell' ? DWELL_MS : LEAVE_MS);
  };
  const wait = (ms: number) => {
    const end = now + ms;
    while (due !== null && due <= end) {
      now = due;
      due = null;
      send(timerOf(state) === 'dwell' ? dwelt(under) : left);
    }
    now = end;
  };
  return { send, wait, shown: () => shownOf(state), isTimed: () => due !== null };
}

const mention = fc.constantFrom('A', 'B', 'C');
const maybe = fc.option(mention, { nil: null });
const point = fc.record({ x: fc.integer({ min: 0, max: 40 }), y: fc.integer({ min: 0, max: 9 }) });
const anything = fc.oneof(
  fc.record({ type: fc.constant('over' as const), target: maybe, at: point }),
  fc.record({ type: fc.constant('press' as const), target: maybe }),
  fc.record({
    type: fc.constant('tap' as const),
    target: maybe,
    how: fc.constantFrom('tap' as const, 'pen' as const),
  }),
  fc.record({ type: fc.constant('call' as const), target: mention }),
  fc.record({ type: fc.constant('scroll' as const), stays: fc.boolean() }),
  fc.constantFrom(enter, esc, stop),
  fc.record({
    type: fc.constant('wait' as const),
    ms: fc.constantFrom(1, 100, 299, 300, 350, 900),
  }),
);

function live(history: readonly (Event | { type: 'wait'; ms: number })[]) {
  const reader = createReader();
  for (const event of history) {
    if (event.type === 'wait') reader.wait(event.ms);
    else reader.send(event);
  }
  return reader;
}

describe('whatever came before', () => {
  it('a dwell on a mention ends with its card open, and leaving for long with none', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), mention, (history, target) => {
        const reader = live(history);
        reader.send(over(null, { x: 500, y: 500 }));
        reader.send(over(target));
        reader.wait(DWELL_MS);
        expect(reader.shown()).toBe(target);
        reader.send(over(null));
        reader.wait(LEAVE_MS);
        expect(reader.shown()).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });

  it('no timer runs at rest', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), (history) => {
        const reader = live(history);
        reader.wait(DWELL_MS);
        expect(reader.isTimed()).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });

  it('Esc, a press outside or a hidden page leaves no card', () => {
    const ends = fc.constantFrom(esc, press(null), stop, tap(null));
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 60 }), ends, (history, end) => {
        const reader = live(history);
        reader.send(end);
        expect(reader.shown()).toBeNull();
      }),
      { numRuns: 2_000 },
    );
  });
});

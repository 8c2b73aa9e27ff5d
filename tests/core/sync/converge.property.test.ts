/** Devices whose changes are interleaved in any order come to the same, and nothing is lost. */
import { describe, expect, it } from 'vitest';
import { fc } from '../../properties.ts';
import {
  type Area,
  createDevice,
  type Device,
  dropEntry,
  exchange,
  glossesOf,
  know,
  meet,
  settle,
  writeEntry,
} from './devices.ts';

const REFS = ['a/one', 'a/two', 'b/three'];
const TERMS = ['NCG', '협의체', 'Quay'];
const START = Date.UTC(2030, 4, 14);

/** One step: which device, what happens there, and something to choose by. */
const step = fc.record({
  device: fc.nat(2),
  what: fc.constantFrom(
    ...(['know', 'forget', 'write', 'write', 'drop', 'style', 'site', 'meet', 'meet'] as const),
    ...(['exchange', 'exchange', 'exchange'] as const),
  ),
  which: fc.nat(2),
  bits: fc.nat(0xffff),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What must be there at the end, and what may not. */
interface Truth {
  /** Texts that nobody replaced or removed who knew them. */
  readonly texts: Set<string>;
  readonly known: Set<string>;
  readonly forgotten: Set<string>;
  readonly styles: Set<string>;
}

function take(device: Device, { what, which, bits }: Step, turn: number, truth: Truth): void {
  const ref = REFS[which] as string;
  const term = TERMS[which] as string;
  const entry = device.own.entries.find(({ names }) => names[0]?.text === term);
  if (what === 'know') {
    know(device, ref, true);
    truth.known.add(ref);
  } else if (what === 'forget' && device.choices.known?.includes(ref)) {
    know(device, ref, false);
    truth.forgotten.add(ref);
  } else if (what === 'write') {
    if (entry) truth.texts.delete(entry.gloss);
    const text = `Text ${turn}.`;
    truth.texts.add(text);
    writeEntry(device, term, text);
  } else if (what === 'drop' && entry) {
    truth.texts.delete(entry.gloss);
    dropEntry(device, entry.id);
  } else if (what === 'style') {
    const style = (['dotted', 'solid', 'marker'] as const)[bits % 3] ?? 'dotted';
    device.choices = { ...device.choices, style };
    truth.styles.add(style);
  } else if (what === 'site') {
    device.choices = { ...device.choices, sitesOff: [`${which}.example`] };
  }
}

const setsOf = ({ choices }: Device) => ({
  style: choices.style,
  known: [...(choices.known ?? [])].sort(),
  sitesOff: [...(choices.sitesOff ?? [])].sort(),
});

describe('three devices', () => {
  it.each([
    ['with one clock', [0, 0, 0]],
    ['with clocks that go wrong', [0, -40_000_000, 3_000_000_000]],
  ])('come to the same, and lose nothing: %s', (_, skews) => {
    const run = fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const devices = ['aa', 'bb', 'cc'].map(createDevice);
      const account: Area = {};
      const truth: Truth = {
        texts: new Set(),
        known: new Set(),
        forgotten: new Set(),
        styles: new Set(),
      };
      for (const [turn, each] of steps.entries()) {
        const device = devices[each.device] as Device;
        const now = START + turn * 1_000 + (skews[each.device] ?? 0);
        if (each.what === 'meet') meet(device, now);
        else if (each.what === 'exchange') {
          exchange(device, account, (key) => ((each.bits >> (key.length % 16)) & 1) === 1);
        } else take(device, each, turn, truth);
      }
      settle(devices, account, START + 100_000);
      const [first, ...others] = devices as [Device, ...Device[]];
      for (const other of others) {
        expect(setsOf(other)).toEqual(setsOf(first));
        expect(glossesOf(other)).toEqual(glossesOf(first));
      }
      expect(glossesOf(first)).toEqual(expect.arrayContaining([...truth.texts]));
      const { style, known } = setsOf(first);
      if (truth.styles.size > 0) expect([...truth.styles]).toContain(style);
      expect(known).toEqual(
        expect.arrayContaining([...truth.known].filter((ref) => !truth.forgotten.has(ref))),
      );
    });
    fc.assert(run, { numRuns: 300 });
  });
});

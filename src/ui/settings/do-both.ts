/** Undoes what was done. */
type Undo = () => Promise<void>;

/**
 * Do two things one after the other, both or none. There may be no second one.
 *
 * @returns What undoes both, the second one first.
 * @throws What either of them throws; then the first one was undone.
 */
export async function doBoth(
  first: () => Promise<Undo>,
  second: (() => Promise<Undo>) | undefined,
): Promise<Undo> {
  const undoFirst = await first();
  try {
    const undoSecond = await second?.();
    return async () => {
      await undoSecond?.();
      await undoFirst();
    };
  } catch (error) {
    await undoFirst();
    throw error;
  }
}

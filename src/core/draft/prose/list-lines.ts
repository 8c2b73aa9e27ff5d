/** Recognises lines of a list. */

/** A label and what stands behind its colon. */
export const ITEM = /^(?:[-•*–·▪○●]\s?)?([\p{L} ’']{2,30}?)\s?[:：]\s*(.+)$/u;

/** Whether a line is of a list. */
export const isItem = (line: string): boolean => ITEM.test(line) || /^[-•*–·▪○●]\s/.test(line);

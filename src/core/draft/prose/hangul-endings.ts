/** Korean endings that follow the last syllable of a word. */

const FIRST_SYLLABLE = 0xac00;
const FINALS = 28;

/** Whether a word ends in a consonant; one in other letters counts as a vowel. */
function endsInConsonant(word: string): boolean {
  const code = word.charCodeAt(word.length - 1) - FIRST_SYLLABLE;
  return code >= 0 && code % FINALS > 0;
}

/** The particle of a topic: 은 behind a consonant, 는 behind a vowel. */
export const topicOf = (word: string): string => (endsInConsonant(word) ? '은' : '는');

/** The ending of a sentence that says what something is: 이다, or 다 behind a vowel. */
export const copulaOf = (word: string): string => (endsInConsonant(word) ? '이다' : '다');

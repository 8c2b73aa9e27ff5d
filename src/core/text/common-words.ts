/** Words that are too common to be taken for a name without evidence. */

/**
 * Frequent English words of four letters or more that are also acronyms or names of bodies,
 * treaties and programmes. Shorter names count as ambiguous anyway.
 */
const COMMON = new Set(
  (
    'able about above access action active after again aged agency agree ahead aide aids alert all ' +
    'allies also among amount answer arch area arms army around article asset assets aware away back ' +
    'base basic beam bear become before being best better between bill board body book both bridge ' +
    'build call camp care case cast center centre chain chance change charge chart check chief ' +
    'choice city claim clear close coast code cold come command common core cost could council ' +
    'count country course court cover create cross current data deal deep defence defense demand ' +
    'direct does done door down draft drive each early east edge effect else end energy enter even ' +
    'event ever every face fact fair fall fast fear field fight file final find fire first fleet ' +
    'flow focus food force forces form forum forward free from front full fund gain game gate ' +
    'general give global goal gold good grant great green grid ground group guard guide half hand ' +
    'hard have head health hear heart heat help here high hold home hope host house idea impact ' +
    'into issue item join joint just keep kind know land large last late launch law lead league ' +
    'learn least leave left less level life light like line link list live local long look loss ' +
    'made main make many march mark mass master match matter mean media meet meeting merit might ' +
    'mind mission model money month more most move much name nation near need network never news ' +
    'next night none north note number offer office once only open order other over pact page paper ' +
    'part party past path peace people pilot place plan plant play point policy post power press ' +
    'price prime process program project proof public pulse push quest quick race radar raise range ' +
    'rapid rate reach read ready real record relief report rest review right rise risk river road ' +
    'role room rule safe salt save scale score scope search season second secure seed seek self ' +
    'sense serve service set share shield ship shore short show side sign since site size small ' +
    'smart social soft some source south space spark speed spot staff stage stand star start state ' +
    'stay step stop storm story strong study such support sure swift system table take talk task ' +
    'team tech term test than that their them then there these they thing think this those through ' +
    'time tool total touch track trade train treaty trust turn under union unit united until upon ' +
    'value very view vital voice wake want ward watch water wave week well west what when where ' +
    'which while white will wind window wise with word work world would year young your zone'
  ).split(' '),
);

/** Words that say nothing about the subject of a text. */
const FUNCTION_WORDS = new Set(
  (
    'a an and any are as at be been but by can did do does down each for from had has have he her his how ' +
    'if in into is it its may might more most must no nor not of off on onto or other our out over own per ' +
    'shall she should since so some such than that the their them then there these they this those through ' +
    'to too under until up upon us via was we were what when where whether which while who whom whose why ' +
    'will with within without would yet you your about above across after against along among around ' +
    'because before behind below beneath beside between beyond both could during either every except few ' +
    'former instead many much neither never often once only rather several still together toward towards ' +
    'usually together another however according including officials country countries members talks ' +
    'years months government ministers meeting meetings states united nation nations'
  ).split(' '),
);

/** Whether a word, in upper or lower case, says nothing about the subject of its text. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase());
}

/** Whether a name is one common word, in upper or lower case. */
export function isCommonWord(name: string): boolean {
  return COMMON.has(name.toLowerCase());
}

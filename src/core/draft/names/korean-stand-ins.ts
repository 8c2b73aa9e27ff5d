/** Finds what refers to a name in a Korean sentence, and sentences without a subject. */
import { KOREAN_CLASS } from '../prose/class-nouns.ts';

/** 이 협의체는; what says more of it may stand before. */
export const KOREAN_IT =
  /^(?<lead>(?:[^\s,.“”]+ ){1,5}[^\s,.“”]+(?:는|한|된|던|인) )?(?:(?:이|이들|동|해당) )(?:기구|협의체|회의|협정|조약|협약|문서|기관|조직|훈련|사령부|센터|위원회|그룹|협정문)(?=[은는이가의을를 ])/;
/** "사령부는": the head of a name that was mentioned before. */
export const KOREAN_HEAD =
  /^(?:사령부|위원회|연구원|연구소|센터|기구|협의체|협정|조약|협약|그룹)(?=[은는의] )/;
/** 올해는: a time as the topic, which is no subject. */
const TIME_TOPIC =
  /(?:올해|지난해|작년|내년|당시|이번|이번에|최근에|현재|지금|이후에|처음에|오늘날에|지난해에|작년에|올해에|내년에)(?:는|은) /g;
/** 실은 배, 설립이 발표됐다: endings that look like those of a topic or a subject and are none. */
const NO_SUBJECT =
  /([실맡받많낮높작넓젊같얻찾남묶막잡닫담심읽좋않깊짧늦붉굳볶싣뽑입적묻쏟숨](?=은 )|(?:설립|창설|출범|발족|체결|서명)(?=[이가] ))[은이가] /g;
/** 워싱턴 선언으로 만들어졌고: endings of a name that is neither subject nor object. */
export const BESIDE = /^["”’']?(?:\([^()]{1,40}\))?["”’']?(?:으로|로|에서|에|와|과|의|에 따라) /;
/** 정상들은 9월에 만났다: members as the subject; the heading above names the body in which they meet. */
export const MEMBERS = /^(?:정상|외교장관|국방장관|장관|차관)들(?=[은이] )/;
/** "… 감시하는 협의체로, 11개국이 참여한다": its first clause has no subject. */
const FIRST_CLAUSE = new RegExp(`^[^,.“”]*?${KOREAN_CLASS}(?:으?로)(?=,)`);
/** Whether the first clause of a sentence says what something is and has no subject. */
export const saysWhat = (words: string): boolean =>
  isBareKorean(FIRST_CLAUSE.exec(words)?.[0] ?? '은 ');

/** Whether no subject stands in a sentence: 1996년 7월 출범했다. */
export const isBareKorean = (words: string): boolean =>
  lacksSubject(words.replace(TIME_TOPIC, '').replace(NO_SUBJECT, '$1 '));
const lacksSubject = (words: string): boolean =>
  /[가-힣]/.test(words) &&
  !/[“"]/.test(words) &&
  !/(?:은|(?<![하되있없키맡막루끄들쓰])는|께서) (?!\S+(?:이다|다|입니다)\.)/.test(words) &&
  !/[가-힣)](?:이|가) (?!(?:\S+ ){0,5}?\S*(?:[은는한든운된린]) (?!경우))/.test(words);
/** "미국이 2003년 5월 제안했으며": a verb without an object, which is what the text spoke of before. */
export const LACKS_OBJECT =
  /^(?!.*[“"])(?!.*(?:을|를) )(?!.*[가-힣]에 (?:공식 )?서명)[^.]*(?:이|가|은|는) [^.]*(?:제안|체결|서명|채택|설립|창설|결성|출범)(?:했|하였|시켰)/;

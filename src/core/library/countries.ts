/** Words that name a country as the owner of a body: "Seoul's …", "the South Korean …", "한국 …". */

/**
 * By ISO 3166 code: names, adjectives, seat of government, and names in Korean with the short ones
 * of headlines. `Korea` alone and abbreviations that also mean something else are left out.
 */
const OWNERS: Readonly<Record<string, string>> = {
  AU: 'Australia|Australian|Canberra|호주',
  BY: 'Belarus|Belarusian|Minsk|벨라루스',
  CA: 'Canada|Canadian|Ottawa|캐나다',
  CN: 'China|Chinese|Beijing|PRC|P.R.C.|People’s Republic of China|중국|中',
  DE: 'Germany|German|Berlin|독일|獨',
  ES: 'Spain|Spanish|Madrid|스페인',
  FI: 'Finland|Finnish|Helsinki|핀란드',
  FR: 'France|French|Paris|프랑스|佛',
  GB: 'Britain|British|UK|U.K.|United Kingdom|London|영국|英',
  GR: 'Greece|Greek|Athens|그리스',
  ID: 'Indonesia|Indonesian|Jakarta|인도네시아',
  IL: 'Israel|Israeli|Jerusalem|이스라엘',
  IN: 'India|Indian|New Delhi|Delhi|인도',
  IR: 'Iran|Iranian|Tehran|이란',
  IT: 'Italy|Italian|Rome|이탈리아',
  JP: 'Japan|Japanese|Tokyo|일본|日',
  KP: 'North Korea|North Korean|Pyongyang|DPRK|북한|北',
  KR: 'South Korea|South Korean|Republic of Korea|ROK|Seoul|한국|대한민국|우리|우리나라|우리 군|韓',
  NL: 'Netherlands|Dutch|The Hague|네덜란드',
  NO: 'Norway|Norwegian|Oslo|노르웨이',
  PH: 'Philippines|Philippine|Filipino|Manila|필리핀',
  PK: 'Pakistan|Pakistani|Islamabad|파키스탄',
  PL: 'Poland|Polish|Warsaw|폴란드',
  RU: 'Russia|Russian|Moscow|Kremlin|러시아|러',
  SE: 'Sweden|Swedish|Stockholm|스웨덴',
  TR: 'Turkey|Türkiye|Turkish|Ankara|튀르키예|터키',
  TW: 'Taiwan|Taiwanese|Taipei|ROC|R.O.C.|Republic of China|대만|타이완',
  UA: 'Ukraine|Ukrainian|Kyiv|Kiev|우크라이나',
  US: 'United States|US|U.S.|American|America|Washington|White House|미국|미|美',
  AT: 'Austria|Austrian|Vienna|오스트리아',
  BE: 'Belgium|Belgian|Brussels|벨기에',
  BR: 'Brazil|Brazilian|브라질',
  CH: 'Switzerland|Swiss|스위스',
  CZ: 'Czech Republic|Czech|Prague|체코',
  DK: 'Denmark|Danish|Copenhagen|덴마크',
  EG: 'Egypt|Egyptian|Cairo|이집트',
  HU: 'Hungary|Hungarian|Budapest|헝가리',
  IQ: 'Iraq|Iraqi|Baghdad|이라크',
  KE: 'Kenya|Kenyan|Nairobi|케냐',
  KH: 'Cambodia|Cambodian|캄보디아',
  MM: 'Myanmar|미얀마',
  MN: 'Mongolia|Mongolian|몽골',
  MX: 'Mexico|Mexican|멕시코',
  MY: 'Malaysia|Malaysian|말레이시아',
  NZ: 'New Zealand|뉴질랜드',
  RO: 'Romania|Romanian|Bucharest|루마니아',
  SA: 'Saudi Arabia|Saudi|Riyadh|사우디|사우디아라비아',
  SG: 'Singapore|Singaporean|싱가포르',
  SY: 'Syria|Syrian|Damascus|시리아',
  TH: 'Thailand|Thai|Bangkok|태국',
  VN: 'Vietnam|Vietnamese|Hanoi|베트남',
};

/** Words in Hangul and Han, as Korean papers name countries. */
const IN_KOREAN = /^[\p{Script=Hangul}\p{Script=Han} ]+$/u;

/** The Korean words for all countries that are not among some parties. */
export function othersOf(parties: readonly string[]): string[] {
  const others = Object.keys(OWNERS).filter((country) => !parties.includes(country));
  return ownersOf(others).filter((word) => IN_KOREAN.test(word));
}

/** The words for the countries among some parties; none for those that `OWNERS` lacks. */
export function ownersOf(parties: readonly string[]): string[] {
  return parties.flatMap((party) => OWNERS[party]?.split('|') ?? []);
}

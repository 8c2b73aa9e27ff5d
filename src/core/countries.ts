/** What a country is called where it owns a body: "Seoul's …", "the South Korean …", "한국 …". */

/**
 * By ISO 3166 code: its names, what is of it, its seat of government, and its names in Korean, the
 * short ones of headlines included. `Korea` alone, and the letters of states, are in no list where
 * they mean others too.
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
  VN: 'Vietnam|Vietnamese|Hanoi|베트남',
};

/** The words for the owners among the parties of an entry; none for a country without a list. */
export function ownersOf(parties: readonly string[]): string[] {
  return parties.flatMap((party) => OWNERS[party]?.split('|') ?? []);
}

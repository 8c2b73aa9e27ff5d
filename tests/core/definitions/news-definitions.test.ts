/** Definitions in the forms that news gives them, each with texts that only look so. */
import { describe, expect, it } from 'vitest';
import { findDefinitions } from '../../../src/core/definitions/find-definitions.ts';

const found = (text: string): string[] =>
  findDefinitions(text).map(({ short, long }) => `${short} = ${long}`);

describe('findDefinitions, in news', () => {
  it.each([
    ['The Defense Department (DoD) met.', 'DoD = Defense Department'],
    ['The Justice Department (DOJ) met.', 'DOJ = Justice Department'],
    ['The Department of Defense (DoD) met.', 'DoD = Department of Defense'],
    ['A Memorandum of Understanding (MoU) it is.', 'MoU = Memorandum of Understanding'],
    [
      'the National Defense Authorization Act for Fiscal Year 2024 (NDAA) and its bills',
      'NDAA = National Defense Authorization Act',
    ],
    ['the Tide Board Act for fiscal 2026 (TBA)', 'TBA = Tide Board Act'],
  ])('finds a head noun before "of", and a year behind: %s', (text, expected) =>
    expect(found(text)).toEqual([expected]),
  );

  it('turns no words in small letters around "of"', () =>
    expect(found('On dull mornings (MoD) and the Tide Watch for fiscal 2026 (TBA)')).toEqual([]));

  it.each([
    ['CNI (conventional and nuclear integration)', 'CNI = conventional and nuclear integration'],
    [
      'NC3 (nuclear command, control and communications)',
      'NC3 = nuclear command, control and communications',
    ],
    ['MOU (memorandum of understanding, signed in 2018)', 'MOU = memorandum of understanding'],
    ['OPCON (operational control)', 'OPCON = operational control'],
    ['TTX (tabletop exercise)', 'TTX = tabletop exercise'],
    ['DMZ (demilitarized zone)', 'DMZ = demilitarized zone'],
    ['EMT (electromyotomography)', 'EMT = electromyotomography'],
    ['PORTDIS (portside care and disabilities)', 'PORTDIS = portside care and disabilities'],
  ])('takes all of a bracket for the long form: %s', (text, expected) =>
    expect(found(`The ${text} is new.`)).toEqual([expected]),
  );

  it.each([
    'CNI (conventional and nuclear)',
    'PLA (planes and ships)',
    'UK (unlike, say, France)',
    'NATO (nations and their allies)',
    'DMZ (demilitarized and mined)',
    'UN (unanimously adopted)',
    'UN (unanimously)',
    'EU (excluded)',
    'US (useful, in his words)',
  ])('takes no aside for a long form: %s', (text) =>
    expect(found(`The ${text} is new.`)).toEqual([]),
  );

  it.each([
    [
      'a possessive behind the long form',
      'The National Assembly’s (NA) speaker spoke.',
      ['NA = National Assembly'],
    ],
    [
      'a possessive behind the long form',
      "the Harbour Watch Council's (HWC) report",
      ['HWC = Harbour Watch Council'],
    ],
    [
      'a possessive behind the long form',
      'the Harbour Watch Council’s, or HWC’s, report',
      ['HWC = Harbour Watch Council'],
    ],
    [
      'a possessive behind the long form',
      'Doctors Without Borders’ (DWB) staff left.',
      ['DWB = Doctors Without Borders'],
    ],
    [
      'a possessive behind the long form',
      'Seoul’s Defense Acquisition Program Administration’s (DAPA) budget rose.',
      ['DAPA = Defense Acquisition Program Administration'],
    ],
    [
      'a possessive behind the long form',
      'the Defense Intelligence Agency’s [DIA] view',
      ['DIA = Defense Intelligence Agency'],
    ],
    [
      'a possessive behind the long form',
      'the Marines’ (USMC) barracks and the People’s Liberation Army (PLA)',
      ['PLA = People’s Liberation Army'],
    ],
    [
      'a possessive of both forms',
      'The Harbour Watch Council’s (HWC’s) report and the Tide Board´s (TB) boats',
      ['HWC = Harbour Watch Council', 'TB = Tide Board'],
    ],
    [
      'a bracket right before the long form',
      'the Republic of Korea (ROK)-United States (US) alliance',
      ['ROK = Republic of Korea', 'US = United States'],
    ],
    [
      'a bracket right before the long form',
      'the Republic of Korea(ROK)-United States(US) alliance',
      ['ROK = Republic of Korea', 'US = United States'],
    ],
    [
      'a bracket right before the long form',
      'the North Atlantic Treaty Organization (NATO)/European Union (EU) talks',
      ['NATO = North Atlantic Treaty Organization', 'EU = European Union'],
    ],
    [
      'a bracket right before the long form',
      'the Combined Forces Command (CFC) United Nations Command (UNC) staff',
      ['CFC = Combined Forces Command', 'UNC = United Nations Command'],
    ],
    [
      'a bracket right before the long form',
      'The poly(ADP-ribose) polymerase (PARP) test',
      ['PARP = poly(ADP-ribose) polymerase'],
    ],
    [
      'a bracket right before the long form',
      'the ministry (MND)-Joint Chiefs of Staff (JCS) talks',
      ['JCS = Joint Chiefs of Staff'],
    ],
    [
      'a bracket right before the long form',
      'Talks of the European Union (EU)–North Atlantic Treaty Organization (NATO) kind',
      ['EU = European Union', 'NATO = North Atlantic Treaty Organization'],
    ],
    [
      'a bracket right before the long form',
      'the Republic of Korea (ROK)—Japan Working Group (JWG)',
      ['ROK = Republic of Korea', 'JWG = Japan Working Group'],
    ],
    [
      'the country of a formation',
      'The U.S. Indo-Pacific Command (INDOPACOM) said so.',
      ['INDOPACOM = U.S. Indo-Pacific Command'],
    ],
    [
      'the country of a formation',
      'Officials at US Strategic Command (STRATCOM) said so.',
      ['STRATCOM = US Strategic Command'],
    ],
    [
      'the country of a formation',
      'The United States European Command (EUCOM) said so.',
      ['EUCOM = United States European Command'],
    ],
    [
      'the country of a formation',
      'the Japan Maritime Self-Defense Force (MSDF) said',
      ['MSDF = Japan Maritime Self-Defense Force'],
    ],
    [
      'the country of a formation',
      'the US Africa Command (AFRICOM), the U.S. Space Command (SPACECOM) and the U.S. Pacific Fleet (PACFLT)',
      [
        'AFRICOM = US Africa Command',
        'SPACECOM = U.S. Space Command',
        'PACFLT = U.S. Pacific Fleet',
      ],
    ],
    [
      'the country of a formation',
      'the U.S. Transportation Command (USTRANSCOM)',
      ['USTRANSCOM = U.S. Transportation Command'],
    ],
    [
      'no country of another body',
      'the U.S. National Security Council (NSC) met',
      ['NSC = National Security Council'],
    ],
    [
      'no country of another body',
      'the South Korea-U.S. Combined Forces Command (CFC) met',
      ['CFC = Combined Forces Command'],
    ],
    [
      'no country of another body',
      'Seoul and Washington asked the U.S. Missile Defense Agency (MDA)',
      ['MDA = Missile Defense Agency'],
    ],
    [
      'no country of another body',
      'a U.S. Marine Expeditionary Unit (MEU) and U.S. Carrier Strike Group (CSG)',
      ['MEU = Marine Expeditionary Unit', 'CSG = Carrier Strike Group'],
    ],
    [
      'no country of another body',
      'The U.S. Department of Defense (DOD) and the U.S. State Department',
      ['DOD = Department of Defense'],
    ],
    [
      'no country of another body',
      'Korean People’s Army (KPA) and North Korean State Affairs Commission (SAC)',
      ['KPA = Korean People’s Army', 'SAC = State Affairs Commission'],
    ],
    [
      'an adjective that English puts first',
      'Rwanda and the Democratic Republic of Congo (RDC) met',
      ['RDC = Democratic Republic of Congo'],
    ],
    [
      'an adjective that English puts first',
      'Spain’s National Intelligence Centre (CNI) warned',
      ['CNI = National Intelligence Centre'],
    ],
    [
      'an adjective that English puts first',
      'the International Monetary Fund (FMI) lends',
      ['FMI = International Monetary Fund'],
    ],
    [
      'an adjective that English puts first',
      'Brazil’s National Council of Justice (CNJ) ruled',
      ['CNJ = National Council of Justice'],
    ],
    [
      'an adjective that English puts first',
      'Italy’s National Research Council (CNR) and France’s National Security Council (CSN)',
      ['CNR = National Research Council', 'CSN = National Security Council'],
    ],
    [
      'an apposition',
      'HWC, the Harbour Watch Council, is short of boats.',
      ['HWC = Harbour Watch Council'],
    ],
    [
      'an apposition',
      'IAEA, the International Atomic Energy Agency, sent a team.',
      ['IAEA = International Atomic Energy Agency'],
    ],
    [
      'an apposition',
      'He leads CSIS, the Center for Strategic and International Studies.',
      ['CSIS = Center for Strategic and International Studies'],
    ],
    [
      'an apposition',
      'Nato, the North Atlantic Treaty Organisation, met.',
      ['Nato = North Atlantic Treaty Organisation'],
    ],
    [
      'an apposition',
      'The IAEA—the International Atomic Energy Agency—sent a team.',
      ['IAEA = International Atomic Energy Agency'],
    ],
    [
      'an apposition',
      'The UNODC – the United Nations Office on Drugs and Crime – has moved.',
      ['UNODC = United Nations Office on Drugs and Crime'],
    ],
    [
      'an apposition',
      'The NSC, or the National Security Council, met.',
      ['NSC = National Security Council'],
    ],
    [
      'an apposition',
      'OPEC, an Organization of the Petroleum Exporting Countries, met.',
      ['OPEC = Organization of the Petroleum Exporting Countries'],
    ],
    [
      'an apposition',
      'JCS, South Korea’s Joint Chiefs of Staff, said so.',
      ['JCS = Joint Chiefs of Staff'],
    ],
    [
      'an apposition',
      'KCNA, the Korean Central News Agency, said so.',
      ['KCNA = Korean Central News Agency'],
    ],
    [
      'an apposition',
      'It was run by DTRA, the Defense Threat Reduction Agency.',
      ['DTRA = Defense Threat Reduction Agency'],
    ],
    [
      'an apposition',
      'The CFC - the Combined Forces Command - which was founded in 1978',
      ['CFC = Combined Forces Command'],
    ],
    [
      'an apposition',
      'The IRGC — Iran’s Islamic Revolutionary Guard Corps — said so.',
      ['IRGC = Islamic Revolutionary Guard Corps'],
    ],
    [
      'an apposition',
      'Unesco, the United Nations Educational, Scientific and Cultural Organization, is in Paris.',
      ['Unesco = United Nations Educational, Scientific and Cultural Organization'],
    ],
    [
      'an apposition',
      'The Combined Forces Command – the CFC – met.',
      ['CFC = Combined Forces Command'],
    ],
    [
      'an acronym within the long form of another',
      'UNMISS, the UN Mission in South Sudan, stayed.',
      ['UNMISS = UN Mission in South Sudan'],
    ],
    [
      'an apposition that leaves out a word',
      'The Comprehensive Nuclear-Test-Ban Treaty, or CTBT, is old.',
      ['CTBT = Comprehensive Nuclear-Test-Ban Treaty'],
    ],
    [
      'the first and the last word of a law',
      'The Velm Straits Civilian Shipping Act of 2019 ("Velm Act") was renewed.',
      ['Velm Act = Velm Straits Civilian Shipping Act'],
    ],
    [
      'a word that both forms share',
      'The Open Waters Treaty, known as the OW Treaty, binds; so does the Deep Waters Treaty (DW Treaty).',
      ['OW Treaty = Open Waters Treaty', 'DW Treaty = Deep Waters Treaty'],
    ],
    ...[
      'The HWC – short for Harbour Watch Council – met.',
      'HWC, in full the Harbour Watch Council, met.',
      'HWC, officially known as the Harbour Watch Council, met.',
      'The HWC - that is, the Harbour Watch Council - met.',
      'HWC, whose full name is the Harbour Watch Council, met.',
      'HWC, as the Harbour Watch Council is known, met.',
      'The Harbour Watch Council, whose acronym is HWC, met.',
      'The Harbour Watch Council, which goes by HWC, met.',
      'The Harbour Watch Council (HWC for short) met.',
      'The HWC (that is, the Harbour Watch Council) met.',
    ].map((text): [string, string, string[]] => [
      'words that say that a name follows',
      text,
      ['HWC = Harbour Watch Council'],
    ]),
    [
      'words that speak of an acronym',
      'KADIZ is an acronym for the Korea Air Defense Identification Zone.',
      ['KADIZ = Korea Air Defense Identification Zone'],
    ],
    [
      'words that speak of an acronym',
      'KAMD is the acronym of Seoul’s Korea Air and Missile Defense.',
      ['KAMD = Korea Air and Missile Defense'],
    ],
    [
      'words that speak of an acronym',
      'DRDO stands for the Indian Defence Research and Development Organisation.',
      ['DRDO = Defence Research and Development Organisation'],
    ],
    [
      'words that speak of an acronym',
      'The Harbour Watch Council, better known by its initials HWC, met.',
      ['HWC = Harbour Watch Council'],
    ],
    [
      'words that speak of an acronym',
      'The National Liberation Front, known by its Spanish acronym NLF, met.',
      ['NLF = National Liberation Front'],
    ],
    [
      'words that speak of an acronym',
      'The Harbour Watch Council (known by its acronym HWC) met.',
      ['HWC = Harbour Watch Council'],
    ],
    [
      'words that speak of an acronym',
      'The Harbour Watch Council, which goes by the acronym HWC, met.',
      ['HWC = Harbour Watch Council'],
    ],
    [
      'words that speak of an acronym',
      'The Harbour Watch Council, under the acronym HWC, met.',
      ['HWC = Harbour Watch Council'],
    ],
    [
      'words that speak of an acronym',
      'The Harbour Watch Council, abbreviated as HWC, met; the Tide Safety Board, abbreviated to TSB, did not.',
      ['HWC = Harbour Watch Council', 'TSB = Tide Safety Board'],
    ],
    [
      'words that speak of an acronym',
      'FOIP is an acronym for “Free and Open Indo-Pacific.”',
      ['FOIP = Free and Open Indo-Pacific'],
    ],
    [
      'words that speak of an acronym',
      'FFVD is shorthand for final, fully verified denuclearization.',
      ['FFVD = final, fully verified denuclearization'],
    ],
    [
      'words that speak of an acronym',
      'CVID, an acronym for complete, verifiable and irreversible dismantlement, is back.',
      ['CVID = complete, verifiable and irreversible dismantlement'],
    ],
    [
      'words that speak of an acronym',
      'The Center for Strategic and International Studies, also known by the initials CSIS, said so.',
      ['CSIS = Center for Strategic and International Studies'],
    ],
    [
      'words that speak of an acronym',
      'OTAN is the French acronym for the North Atlantic Treaty Organization.',
      ['OTAN = North Atlantic Treaty Organization'],
    ],
    [
      'words that speak of an acronym',
      'Japan Self-Defense Force, known under its acronym, JSDF, trains',
      ['JSDF = Japan Self-Defense Force'],
    ],
    [
      'for behind a comma',
      'The system, Thaad, for Terminal High Altitude Area Defense, shoots.',
      ['Thaad = Terminal High Altitude Area Defense'],
    ],
    [
      'for behind a comma',
      'The pact, GSOMIA, for General Security of Military Information Agreement, stays.',
      ['GSOMIA = General Security of Military Information Agreement'],
    ],
    [
      'for behind a comma',
      'The force, Unifil (for United Nations Interim Force in Lebanon), stays.',
      ['Unifil = United Nations Interim Force in Lebanon'],
    ],
    [
      'a list',
      'nuclear, biological and chemical (NBC) weapons',
      ['NBC = nuclear, biological and chemical'],
    ],
    [
      'a list',
      'intelligence, surveillance, and reconnaissance (ISR) flights',
      ['ISR = intelligence, surveillance, and reconnaissance'],
    ],
    [
      'a list',
      'command, control, communications, computers, intelligence, surveillance and reconnaissance (C4ISR)',
      [
        'C4ISR = command, control, communications, computers, intelligence, surveillance and reconnaissance',
      ],
    ],
    [
      'a list',
      'They trained command and control (C2) and anti-access/area denial (A2/AD).',
      ['C2 = command and control', 'A2/AD = anti-access/area denial'],
    ],
    [
      'a list',
      'The Ministry of Land, Infrastructure and Transport (MOLIT) spoke.',
      ['MOLIT = Ministry of Land, Infrastructure and Transport'],
    ],
    [
      'a list',
      'In 2004, disarmament, demobilization and reintegration (DDR) began.',
      ['DDR = disarmament, demobilization and reintegration'],
    ],
    [
      'a list',
      'chemical, biological, radiological, nuclear and high-yield explosive (CBRNE)',
      ['CBRNE = chemical, biological, radiological, nuclear and high-yield explosive'],
    ],
    [
      'a list',
      'chemical, biological, radiological and nuclear defense (CBRND)',
      ['CBRND = chemical, biological, radiological and nuclear defense'],
    ],
    [
      'a list',
      'Doctrine, organization, training, materiel, leadership and education, personnel and facilities (DOTMLPF)',
      [
        'DOTMLPF = Doctrine, organization, training, materiel, leadership and education, personnel and facilities',
      ],
    ],
    [
      'a list',
      'positioning, navigation and timing (PNT) signals',
      ['PNT = positioning, navigation and timing'],
    ],
    [
      'a list',
      'complete, verifiable, irreversible dismantlement (CVID)',
      ['CVID = complete, verifiable, irreversible dismantlement'],
    ],
    [
      'a list',
      'the weapons of mass destruction (WMD), command, control and communications (C3) and kinetic kills',
      ['WMD = weapons of mass destruction', 'C3 = command, control and communications'],
    ],
    [
      'the x of an exercise',
      'a field training exercise (FTX) and a command post exercise(CPX)',
      ['FTX = field training exercise', 'CPX = command post exercise'],
    ],
    [
      'the x of an exercise',
      'a tabletop exercise (TTX) and unexploded ordnance (UXO)',
      ['TTX = tabletop exercise', 'UXO = unexploded ordnance'],
    ],
    ['the x of an exercise', 'the Korea Train Express (KTX)', ['KTX = Korea Train Express']],
    [
      'the x of an exercise',
      'the command post exercise (CPX), the mission rehearsal exercise(MRX) and an air defense exercise (ADEX)',
      [
        'CPX = command post exercise',
        'MRX = mission rehearsal exercise',
        'ADEX = air defense exercise',
      ],
    ],
    [
      'two Korean names and an acronym',
      '지소미아(GSOMIA·한일군사정보보호협정) 연장',
      ['GSOMIA = 한일군사정보보호협정'],
    ],
    [
      'two Korean names and an acronym',
      '나토(NATO‧북대서양조약기구), 나토(NATOㆍ북대서양조약기구), 나토(NATO・북대서양조약기구), 나토(NATO•북대서양조약기구), 나토(NATO∙북대서양조약기구)',
      [
        'NATO = 북대서양조약기구',
        'NATO = 북대서양조약기구',
        'NATO = 북대서양조약기구',
        'NATO = 북대서양조약기구',
        'NATO = 북대서양조약기구',
      ],
    ],
    [
      'two Korean names and an acronym',
      'NATO(나토·북대서양조약기구), 나토(NATO⸱북대서양조약기구), 나토(NATO\u0387북대서양조약기구)',
      ['NATO = 북대서양조약기구', 'NATO = 북대서양조약기구', 'NATO = 북대서양조약기구'],
    ],
    [
      'a Korean name, its acronym behind a dot',
      '핵협의그룹(Nuclear Consultative Group·NCG)은',
      ['NCG = 핵협의그룹', 'NCG = Nuclear Consultative Group'],
    ],
    [
      'a command by its syllables',
      '미 중부사령부(CENTCOM)와 유럽경찰청(EUROPOL)',
      ['CENTCOM = 중부사령부', 'EUROPOL = 유럽경찰청'],
    ],
    [
      'two Korean names and an acronym',
      '나토(북대서양조약기구·NATO)는 밝혔다.',
      ['NATO = 북대서양조약기구'],
    ],
    [
      'two Korean names and an acronym',
      '유엔사(UNC·유엔군사령부)는 밝혔다.',
      ['UNC = 유엔군사령부'],
    ],
    [
      'two Korean names and an acronym',
      '나토(NATO, 북대서양조약기구)는 밝혔다.',
      ['NATO = 북대서양조약기구'],
    ],
    [
      'two Korean names and an acronym',
      'NATO(북대서양조약기구·나토)와 북대서양조약기구(NATO‧나토)',
      ['NATO = 북대서양조약기구', 'NATO = 북대서양조약기구'],
    ],
    [
      'two Korean names and an acronym',
      '나토(NATO·North Atlantic Treaty Organization)는',
      ['NATO = North Atlantic Treaty Organization'],
    ],
    [
      'two Korean names and an acronym',
      '핵‧재래식 통합(CNI) 훈련과 핵·재래식통합(CNI)',
      ['CNI = 핵‧재래식 통합', 'CNI = 핵·재래식통합'],
    ],
    ['two Korean names and an acronym', '핵협의그룹(NCG·핵협)은', ['NCG = 핵협의그룹']],
    [
      'two Korean names and an acronym',
      '사드(THAAD/고고도미사일방어체계)',
      ['THAAD = 고고도미사일방어체계'],
    ],
    [
      'two Korean names and an acronym',
      '유엔사(유엔군사령부·UNC)와 연합사(CFC·한미연합군사령부)',
      ['UNC = 유엔군사령부', 'CFC = 한미연합군사령부'],
    ],
    [
      'two Korean names and an acronym',
      '아세안(ASEAN·동남아시아국가연합) 정상회의와 오커스(AUKUS·미국·영국·호주 안보협의체)',
      ['ASEAN = 동남아시아국가연합'],
    ],
    [
      'two Korean names and an acronym',
      '국제원자력기구(IAEA·사무총장 라파엘)는',
      ['IAEA = 국제원자력기구'],
    ],
    [
      'two Korean names and an acronym',
      '대량살상무기(WMD‧Weapons of Mass Destruction)와 국가안전보장회의(NSC・실장 김)',
      ['WMD = 대량살상무기', 'NSC = 국가안전보장회의'],
    ],
    [
      'two Korean names and an acronym',
      '사드 (THAAD · 고고도 미사일 방어체계) 포대',
      ['THAAD = 고고도 미사일 방어체계'],
    ],
    [
      'a syllable joined with 과',
      '군은 핵과 재래식 전력 통합(CNI)을 말했다.',
      ['CNI = 핵과 재래식 전력 통합'],
    ],
    [
      'a syllable joined with 과',
      '한국과 핵 협의 그룹(NCG)을 열고, 드론과 무인 수상정(USV)을 샀다.',
      ['NCG = 핵 협의 그룹', 'USV = 무인 수상정'],
    ],
    ['a syllable joined with 과', '이와 안보 협의체(SCG)를', ['SCG = 안보 협의체']],
    [
      "a hull number's year",
      'an aircraft carrier, nuclear (CVN)… The Coronavirus disease 2019 (COVID-19)',
      ['COVID-19 = Coronavirus disease 2019'],
    ],
    [
      'letters that are a part of a word of the long form',
      'the Uniting Nations Institute Taskforce (UNIT) met',
      ['UNIT = Uniting Nations Institute Taskforce'],
    ],
    [
      'a short form of which the long form holds a part',
      'the sample was CrB positive (CrB(+))',
      ['CrB(+) = CrB positive'],
    ],
  ])('finds %s: %s', (_, text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ['a possessive in no name', 'It was the minister’s (and his aides’) view.'],
    ['a name with no adjective to move', 'the National Confederation of Labour (CNT)'],
    ['a name with no adjective to move', 'the Federal Police (PF) and the Central Bank (BC)'],
    [
      'a name with no adjective to move',
      'Peru’s National Institute of Statistics (INE) counts; the National Institute of Civil Defence (INDECI)',
    ],
    [
      'an apposition that tells of something',
      'The NCG, the new group for consultations, met; NATO, the alliance, did not.',
    ],
    [
      'an apposition that tells of something',
      'The NPG, the ministers of which met in June, is secret.',
    ],
    [
      'an apposition that tells of something',
      'AFP, the agency, and KCNA, the North’s mouthpiece, reported it.',
    ],
    [
      'an apposition that tells of something',
      'The WHO, the world health agency, said so. The ICC, an international court, too.',
    ],
    [
      'an apposition that tells of something',
      'NATO, the United States and the ROK agreed; the IAEA, a U.N. agency, too. The U.S., the UK, and Japan met; ROK, US, the JSDF.',
    ],
    [
      'an apposition that tells of something',
      'Yoon, the South Korean president, and Kim, a spokesman for Nuri, met Pak, for years a rival.',
    ],
    ['words that speak of another acronym', 'DRDO is the acronym for India’s next rocket.'],
    [
      'words that say more of a name',
      'NATO, formally an alliance of 32 states, met; AUKUS, in full swing, worries some. The WHO – that is, the doctors – agreed.',
    ],
    [
      'words that say more of a name',
      'The plan, which goes by many names, failed; NATO goes by the book. He was in NATO for short stays.',
    ],
    [
      'a word that only one form has',
      'The Open Waters Pact, known as the OS Treaty of its day, binds.',
    ],
    [
      'words that speak of another acronym',
      'Its name is the Turkish acronym for the Kurdistan Workers’ Party.',
    ],
    [
      'for behind a comma, of something',
      'He left Seoul, for Seattle, and Tokyo, for talks on Korea.',
    ],
    [
      'for behind a comma, of something',
      'The alliance, AUKUS, for Australia, the United Kingdom and the United States, grows.',
    ],
    [
      'for behind a comma, of something',
      'USFK, for its part, said nothing. NATO, for the first time, met. The UN, for now, waits.',
    ],
    [
      'a list of other letters',
      'tanks, trucks and jeeps (ABC), boats, planes and guns (in all 50)',
    ],
    [
      'a list of other letters',
      'After Seoul, Tokyo and Washington (all three) met, Kim, Lee and Park (pictured) left.',
    ],
    ['a talk that is extra', 'The staff held an extra table talk (TTX).'],
    ['Korean credits and asides', '나토(NATO·미국 등)와 로이터(Reuters·영국)'],
    ['Korean credits and asides', '서울(AP·로이터통신), 브뤼셀(AFP·연합뉴스) 특파원'],
    [
      'Korean credits and asides',
      '쿼드(QUAD·미국 일본 호주 인도의 안보 협의체)와 파이브아이즈(Five Eyes·기밀정보 공유 동맹)',
    ],
    ['Korean credits and asides', '이지스(Aegis·함대 방공체계)와 이즈모(DDH-183·헬기 탑재 호위함)'],
    [
      'a hull number',
      'The USS Carl Vinson (CVN-70) and USS Carl Vinson (CVN 70) left; USS Ohio State (SSBN-726).',
    ],
    [
      'a hull number',
      'USS Donald Duncan Gray (DDG-114) and destroyer Dane Dugan Gale (DDG-1) left.',
    ],
    ['a hull number', 'CVN-70 (Carl Vinson, nuclear) left; 칼빈슨함(CVN-70)도'],
    [
      'a hull number',
      'The amphibious ship USS Baker Xavier (LHD 6), the cutter Nora Stone (WMSL-756) and ROKS Yulgok (DDG-992) sailed.',
    ],
    ['a hull number', 'HMS Prince Edward (R09), JS Izawa (DDH-183), USNS Lena Cole (T-AKE 5)'],
    [
      'a word with the term in it',
      'Though it is not anti-QTG, QTG is unloved; an ex-QTG (QTG) man.',
    ],
    [
      'a word with the term in it',
      'Out of counter-QTG, QTG work; a QTG/BLD, QTG talk; US-QTG, QTG men',
    ],
    [
      'a word with the term in it',
      'Tags: QTG-Norway, QTG, Norway. On the QTG-Gipfel, QTG and QTG2030, QTG',
    ],
    ['a word with the term in it', 'QTG회원국, QTG 그리고 반QTG, QTG'],
  ])('finds nothing in %s: %s', (_, text) => expect(found(text)).toEqual([]));
});

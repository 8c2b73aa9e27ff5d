/** Articles that were made up for the tests: no such country, body or person exists. */
import type { DraftText } from '../../../src/core/draft/format/draft-types.ts';

/** An English report with the furniture of its page around it. */
export const HARBOUR: DraftText = {
  id: 'gazette-2023',
  publisher: 'Quay Gazette',
  title: 'Pilots get a table of their own',
  published: '2023-03-01',
  text: `Home > Harbour > Pilots

Pilots get a table of their own

  • Gull share button
  • Mail share button
Mara Vellin, left, signs the paper at the Lantern in Port Ostrand, Monday (local time). Courtesy of Ministry of Tides

Mara Vellin, left,  signs the paper at the Lantern in Port Ostrand, Monday (local time). Courtesy of Ministry of Tides

By Odo Brandt

The two islands agreed to revive the Ostrand-Velm Joint Pilotage Strategy and Tides Group (JPSTG), which had not met since early March 2019.

The JPSTG, established by the harbour ministers on Nov. 4, 2017, is also called the quay-side table and serves as one channel of both islands to talk about shared missile defense.

Launched in August 2022, the Coastal Lookout Council (CLC) is a consulting body designed to watch the straits. It was modelled after the Northern Lights Committee, a panel of keepers based in Velm.

The first meeting took place in Velm in August 2022, and a second was held in Port Ostrand in December that year. The third meeting is scheduled for June and will be led by the harbour masters.

Vellin and her colleague signed the accord at the Lantern in Port Ostrand, Monday (local time), according to the Ministry of Tides, Wednesday. The accord sets out goals of the CLC based on the April 2022 Velm Declaration.

"The council could be merged with others," said Tessa Oru, an analyst at the Strand Institute for Island Studies. Oru added that the ZTO had no part in the CLC.

Odo Brandt odo@quay-gazette.example

To leave a comment, please log in first.

go top LETTER`,
};

/** Another one, a year later, that contradicts the first and leaves an acronym unexplained. */
export const LOOKOUT: DraftText = {
  id: 'courier-2024',
  publisher: 'Velm Courier',
  title: 'Lookouts meet again',
  published: '2024-05-20',
  text: `The CLC, which was set up in 2021, met for the third time in Velm on Friday, the Courier has learned. Last year it had no session.

Observers have attributed the delay to the weather. The ZTO, an association of lighthouse towns, welcomed the news.`,
};

/** A Korean report. */
export const ISLANDS: DraftText = {
  id: 'badanews-2024',
  publisher: '바다일보',
  title: '두 섬, 등대협의그룹 회의 열어',
  published: '2024-02-14',
  text: `두 섬이 지난 12일 벨름에서 등대협의그룹(LCG) 2차 회의를 열었다고 항만부가 14일 밝혔다.

등대협의그룹은 두 섬의 항로 안전을 함께 논의하는 협의체다. LCG는 2023년 7월 출범했고, 첫 회의는 그해 12월에 열렸다.

항로를 지키는 상설 기구인 북등대위원회는 벨름 선언에 따라 LCG와 함께 일한다. 3차 회의는 오는 6월 열릴 예정이다.

바다일보 구독하기`,
};

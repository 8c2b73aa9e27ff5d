/** Words too frequent in all texts to be marked as a name, whatever the evidence. */

const EVERYDAY = new Set(
  (
    'a about after again all almost already also always am an and another any anything are around as asked at ' +
    'back be because been before being between both but by came can come could did do does doing done down ' +
    'each even every everyone everything few for from gave get gets getting give go goes going gone good got ' +
    'had has have having he her here him his how i if in into is it its just kept know known last later less ' +
    'let like little long look made make makes making many may me might more most much must my never new next ' +
    'no nobody none not nothing now of off often on once one only or other others our out over own people put ' +
    'rather really said same saw say saying says see seen set several shall she should since so some someone ' +
    'something soon still such take taken takes than that the their them then there these they thing things ' +
    'think this those though three through time to today told too took two under until up us use used very ' +
    'want wanted was way we well went were what when where whether which while who whom whose why will with ' +
    'within without would year years yes yesterday yet you your ' +
    '것 수 등 때 년 월 일 이 그 저 및 또 더 한 두 중 내 전 후 위해 위한 대한 통해 따라 우리 있다 없다 한다 했다 있는 없는 ' +
    '하는 말했다 밝혔다 전했다 이번 지난 오는 올해 지난해 내년 현재 관련 경우 가장 모두 함께 다시 다른 모든 어떤 이런 그런 ' +
    '그리고 그러나 하지만 또한 그는 그의 이날 오늘 어제 내일 때문에 사람 사람들 이후 이전'
  ).split(' '),
);

/** Whether a name is one such word, in upper or lower case. */
export const isEverydayWord = (name: string): boolean => EVERYDAY.has(name.toLowerCase());

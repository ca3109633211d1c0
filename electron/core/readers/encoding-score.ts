/** Tells how much a decoded sample looks like Chinese text: what separates GB18030, Big5 and UTF-16 without a mark. */

/** Frequent characters of running text that simplified and traditional writing share or that only one of them has. */
const FREQUENT = new Set(
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多' +
    '经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明' +
    '性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世' +
    '位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量' +
    '再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完' +
    '设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运县镇村乡委党会议书记' +
    '這個們來為國說時會對發後裡種經學現當沒動樣還進開無從實軍與長機關點業間問將兩東聲員解論處義條氣題爾別變總電數報結務場計資' +
    '達統區隊決馬書聽許權據傳觀領術讓識導爭運縣鎮鄉黨議記產應戰體見話門給萬邊張規類設師親頭風飛車視網際輕愛歡讀寫請謝語詞園' +
    '灣臺灣歲歷畫線級組織續維綠紅約統選適遠連遊環錄鐘錢銀難雲電靜響願顧顯點龍們麼於並卻罷閱聯絡係單雖',
);
const PUNCTUATION = new Set('，。、；：？！“”‘’（）《》〈〉【】「」『』…—·　');

let everyday: Set<string> | undefined;

/** The characters that GB 2312 and Big5 put in their first level, by use: read off the decoders instead of kept as a list. */
function everydayCharacters(): Set<string> {
  if (everyday !== undefined) return everyday;
  const bytes: number[] = [];
  for (let lead = 0xb0; lead <= 0xd7; lead += 1) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) bytes.push(lead, trail);
  }
  everyday = new Set(new TextDecoder('gb18030').decode(Uint8Array.from(bytes)));
  bytes.length = 0;
  for (let lead = 0xa4; lead <= 0xc6; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail <= 0x7e || trail >= 0xa1) bytes.push(lead, trail);
    }
  }
  for (const character of new TextDecoder('big5').decode(Uint8Array.from(bytes))) everyday.add(character);
  for (const character of [...everyday]) if (!isHan(character.codePointAt(0) ?? 0)) everyday.delete(character);
  return everyday;
}

/**
 * The mean plausibility of the characters outside printable ASCII, from about -2 (damage, private use) to 1 (frequent
 * characters and punctuation); 1 for a text that is all printable ASCII.
 */
export function scoreSample(sample: string): number {
  let sum = 0;
  let count = 0;
  for (const character of sample) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x7f && (code >= 0x20 || (code >= 0x09 && code <= 0x0d))) continue;
    sum += scoreCharacter(character, code);
    count += 1;
  }
  return count === 0 ? 1 : Math.round((sum / count) * 1000) / 1000;
}

function scoreCharacter(character: string, code: number): number {
  if (FREQUENT.has(character) || PUNCTUATION.has(character)) return 1;
  if (isHan(code)) return everydayCharacters().has(character) ? 0.4 : -0.4;
  if (code < 0xa0) return -2; // controls of either set
  if (code >= 0xff01 && code <= 0xff5e) return 0.6; // full-width ASCII
  if (code >= 0x3000 && code <= 0x303f) return 0.5;
  if (code >= 0x2010 && code <= 0x2642) return 0.1; // general punctuation, symbols, numbers in circles
  if (code >= 0x3040 && code <= 0x30ff) return -0.3; // kana: a Chinese page has a few, a misread one many
  if (code >= 0x10000) return 0;
  if (code < 0x500) return 0; // accented Latin, Greek, Cyrillic
  return -2; // Hangul, private use, surrogates, U+FFFD, half-width kana, unassigned
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Country endings from IANA's root zone, two letters each, without separators. */
const countries =
  'acadaeafagaialamaoaqarasatauawaxazbabbbdbebfbgbhbibjbmbnbobrbsbtbwbybzcacccdcfcgchcickclcmcncocrcucvcwcxcyczdedjdkdmdodzeceeegeresetfifjfkfmfofrgagdgegfggghgiglgmgngpgqgrgsgtgugwgyhkhmhnhrhthuidieiliminiqirisitjejmjojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemgmhmkmlmmmnmompmqmrmsmtmumvmwmxmymznancnenfngninlnonpnrnunzompapepfpgphpkplpmpnprpsptpwpyqarereorsrurwsasbscsdsesgshsiskslsmsnsosrssstsvsxsysztctdtftgthtjtktltmtntotrtttvtwtzuaugukusuyuzvavcvevgvivnvuwfwsyeytzazmzweu'
/** General endings in common use. A longer list would match more words that are not addresses. */
const general =
  'academy agency aero app art asia associates bank berlin best bio biz blog business cafe camp care career careers cat center chat city cloud club co codes coffee college com community company coop courses dance design dev digital direct directory earth edu education email engineer engineering events exchange expert fans farm film finance fit foundation fun fund gallery game games global gmbh gov graphics green group guide guru health help hiring history homes hospital host house info ink institute int international io istanbul jobs land lgbt life link live lol london love ltd mail management marketing media men mil mobi moe mom money movie museum name net network news ngo ninja nyc one ong online org page paris partners party photo photography photos pics pink plus porn post press pro productions pub recipes red rent report rest review reviews rocks run sale school science services sexy shop show site ski social software solutions space store studio studios style support systems team tech technology tel theater tips today tokyo tools top tours town training travel tube university uno vacations video vip vision voyage watch website wiki win work works world wtf xyz yoga zone рф укр бел срб 中国 中國 公司 网络 网址 香港 台灣 한국 भारत امارات السعودية مصر ایران ไทย みんな'

const countryEndings = new Set(countries.match(/../g))
const generalEndings = new Set(general.split(' '))

export type DomainEnding = 'country' | 'general'

/** The kind of top-level domain that a word is, in any case; undefined for any other word. */
export function domainEnding(word: string): DomainEnding | undefined {
  if (word.length > 13) return undefined
  const lower = word.toLowerCase()
  if (generalEndings.has(lower)) return 'general'
  return countryEndings.has(lower) ? 'country' : undefined
}

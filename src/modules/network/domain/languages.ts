/**
 * ISO 639-3 codes of Peru's native languages that general catalogues leave out
 * (source: the Ministry of Culture's list of native languages).
 */
const NATIVE_LANGUAGES = new Set(
  `acu agr amc amr arl aym boa cbr cbs cbt cbu cjo cni cod cot cpb cpc cpu cpy ese hto hub huu iqu isc jaq jeb jiv
  jqr kaq mcb mcd mcf mpd mts myr not oca omg ore pib prl prq qub quf quh quk qul qup qus quy quz qva qvc qve qvh qvi qvl
  qvm qvn qvo qvp qvs qvw qwa qwc qwh qws qxa qxh qxl qxn qxo qxp qxt qxu qxw rgr shp sja snc tca tit trr ura yaa yad
  ynl yrb zro`.split(/\s+/),
);

const catalogue = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** Whether `code` is a language of ISO 639 (two letters, or three for those without). */
export const isLanguage = (code: string): boolean =>
  /^[a-z]{2,3}$/.test(code) && (NATIVE_LANGUAGES.has(code) || catalogue.of(code) !== undefined);

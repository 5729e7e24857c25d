export const LONGEST_NAME = 200;

/** A name as it is kept: as given, in Unicode NFC, without blanks around it. */
export const keepName = (name: string): string => name.normalize('NFC').trim();

/**
 * Whether a name can be kept: 1 to 200 characters that show, without control characters or invisible
 * direction overrides that would let one name pass for another. Scripts and emoji are all welcome.
 */
export const isName = (name: string): boolean => {
  const kept = keepName(name);
  return (
    kept.length >= 1 &&
    [...kept].length <= LONGEST_NAME &&
    !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u.test(kept) &&
    /[^\p{Z}\p{C}]/u.test(kept)
  );
};

/** The name in the order in which Peru writes it: given names, first surname, second surname. */
export const fullName = (name: {
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
}): string => [name.givenNames, name.firstSurname, name.secondSurname].filter(Boolean).join(' ');

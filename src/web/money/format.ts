/** A decimal string in the reader's form, `S/ 1,250.50`; it is never turned into a binary number. */
export const formatMoney = (amount: string, currency: string, language: string): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'es-PE', {
    style: 'currency',
    currency,
  }).format(amount as unknown as number);

/** The same without its currency, for columns that name it. */
export const formatAmount = (amount: string, language: string): string =>
  new Intl.NumberFormat(language === 'en' ? 'en-GB' : 'es-PE', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(amount as unknown as number);

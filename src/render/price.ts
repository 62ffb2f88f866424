const SIGNS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£' };

/** Writes an amount with its currency: `€412.10`, `CHF 12.00`, `-€3.00`. */
export function price(amount: number, currency: string): string {
  const sign = amount < 0 ? '-' : '';
  return `${sign}${SIGNS[currency] ?? `${currency} `}${Math.abs(amount).toFixed(2)}`;
}

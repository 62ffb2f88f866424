/** Reads a case: amounts in whole thousandths, profiles by their index. */
export function purchaseFrom({ profiles, services }) {
  const indices = new Map(profiles.map(({ name }, index) => [name, index]));
  const whole = (amounts) => amounts.map((amount) => Math.round(amount * 1000));
  return {
    offers: profiles.map(({ cap, price }) => ({ capacity: whole(cap), price })),
    limits: [],
    demands: services.map(({ req, replicas, spreadMax, profiles: allowed }) => ({
      need: whole(req),
      replicas,
      ...(spreadMax ? { spreadMax } : {}),
      offers: allowed.map((name) => indices.get(name)),
    })),
  };
}

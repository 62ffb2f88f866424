import type { Guard } from '../guard.ts';

/** The fleet would cost more per month by more than the project allows. */
export const monthlyIncrease: Guard = {
  name: 'monthly-increase',
  objection({ steps, recorded, project }) {
    const limit = project.spec.guards.maxMonthlyIncrease;
    // The first apply records what the fleet costs already.
    if (limit === undefined || recorded.commit === null) return null;
    const cents = steps.reduce((sum, { cost }) => sum + Math.round(cost * 100), 0);
    const { currency } = project.spec;
    return cents > Math.round(limit * 100)
      ? `the monthly cost would rise by ${(cents / 100).toFixed(2)} ${currency}, and the limit is ${limit} ${currency}`
      : null;
  },
};

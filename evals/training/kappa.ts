export { quadraticKappa } from '#evals/metrics/kappa.ts';

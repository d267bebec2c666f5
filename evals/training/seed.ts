/** The one seed of the training: order of passes and choice of fillers. */
export const seed = 20261123;

import { z } from 'zod';

/** The fields of work a scenario's story comes from, as one filters the library by them. */
export const topicNames = {
  commerce: 'Shops and marketplaces',
  data: 'Data and reporting',
  education: 'Schools and universities',
  energy: 'Energy and utilities',
  finance: 'Money and insurance',
  hardware: 'Hardware and devices',
  health: 'Health',
  logistics: 'Warehouses and deliveries',
  manufacturing: 'Factories and production',
  media: 'Media and games',
  operations: 'Running systems',
  people: 'Teams and hiring',
  public: 'Public services and charities',
  research: 'Science and research',
  support: 'Customer support',
  transport: 'Transport',
} as const;

export const topicSchema = z.enum(
  Object.keys(topicNames) as [keyof typeof topicNames, ...(keyof typeof topicNames)[]],
);
export type Topic = z.infer<typeof topicSchema>;

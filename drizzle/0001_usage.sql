CREATE TABLE `usage` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`interview_id` text,
	`purpose` text NOT NULL,
	`model` text NOT NULL,
	`prompt_id` text NOT NULL,
	`prompt_version` integer NOT NULL,
	`prompt_hash` text NOT NULL,
	`input_tokens` integer,
	`output_tokens` integer,
	`cached_input_tokens` integer,
	`counted` integer NOT NULL,
	`estimated_cost` real,
	`milliseconds` integer NOT NULL,
	`outcome` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `usage_interview_at` ON `usage` (`interview_id`,`at`);--> statement-breakpoint
CREATE INDEX `usage_at` ON `usage` (`at`);
CREATE TABLE `events` (
	`interview_id` text NOT NULL,
	`sequence` integer NOT NULL,
	`type` text NOT NULL,
	`client_turn_id` text,
	`at` integer NOT NULL,
	`payload` text NOT NULL,
	PRIMARY KEY(`interview_id`, `sequence`),
	FOREIGN KEY (`interview_id`) REFERENCES `interviews`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_client_turn` ON `events` (`interview_id`,`client_turn_id`);--> statement-breakpoint
CREATE TABLE `interviews` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	`level` text NOT NULL,
	`mode` text NOT NULL,
	`phase` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`candidate_turns` integer NOT NULL,
	`vote` text,
	`self_vote_given` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `interviews_owner_created` ON `interviews` (`owner_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `owners` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL
);

CREATE TABLE `study_marks` (
	`owner_id` text NOT NULL,
	`scenario_id` text NOT NULL,
	`part` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`owner_id`, `scenario_id`, `part`),
	FOREIGN KEY (`owner_id`) REFERENCES `owners`(`id`) ON UPDATE no action ON DELETE cascade
);

// Loads a compose file as Docker Compose would, so that a mistake in it is found without Docker.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	options, err := cli.NewProjectOptions(os.Args[1:], cli.WithName("kith"), cli.WithInterpolation(true))
	if err == nil {
		var project, failure = options.LoadProject(context.Background())
		if err = failure; err == nil {
			fmt.Println("docker-compose.yml is sound:", len(project.Services), "services")
			return
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

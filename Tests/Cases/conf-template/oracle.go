// Evaluates templates with Go's own text/template, on the data that containerd hands to conf_template, and prints the
// table expected.tsv. scripts/template-table runs it; it is not part of the build.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"text/template"
)

// The data, as containerd has declared it since 1.3.0.
type cniConfigTemplate struct {
	PodCIDR       string
	PodCIDRRanges []string
	Routes        []string
}

const ipv4, ipv6 = "10.244.7.0/24", "fd00:10:244:7::/64"

var samples = [][]string{{ipv4, ipv6}, {ipv6, ipv4}, {ipv4}, {ipv6}}

func data(cidrs []string) cniConfigTemplate {
	all := strings.Join(cidrs, " ")
	var routes []string
	if strings.Contains(all, ipv4) {
		routes = append(routes, "0.0.0.0/0")
	}
	if strings.Contains(all, ipv6) {
		routes = append(routes, "::/0")
	}
	return cniConfigTemplate{cidrs[0], cidrs, routes}
}

func quoted(text string) string {
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(text); err != nil {
		panic(err)
	}
	return strings.TrimSpace(buffer.String())
}

func row(text string, cidrs []string) {
	verdict, said, output := "ok", "", ""
	parsed, err := template.New("t").Parse(text)
	if err != nil {
		verdict, said = "refused", err.Error()
	} else {
		var buffer bytes.Buffer
		if err := parsed.Execute(&buffer, data(cidrs)); err != nil {
			verdict, said = "stopped", err.Error()
		}
		output = buffer.String()
	}
	fmt.Printf("%s\t%s\t%s\t%s\t%s\n", quoted(text), strings.Join(cidrs, ","), verdict, quoted(output), quoted(said))
}

func main() {
	fmt.Println("template\tcidrs\tverdict\toutput\terror")
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		if lines.Text() == "" || strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		// A line that begins with ~ is also tried cut off at every byte, and with every byte left out.
		mutated := strings.HasPrefix(lines.Text(), "~")
		var text string
		if err := json.Unmarshal([]byte(strings.TrimPrefix(lines.Text(), "~")), &text); err != nil {
			panic(fmt.Sprint(lines.Text(), ": ", err))
		}
		for _, cidrs := range samples {
			row(text, cidrs)
		}
		for index := 0; mutated && index < len(text); index++ {
			row(text[:index], samples[0])
			row(text[:index]+text[index+1:], samples[0])
		}
	}
}

"""Writes fleets of COUNT nodes for scripts/bench into FOLDER, each node with a name and two subnets of its own: stated
in the fleet (explicit.yaml, block style; flow.yaml), in a table (table.yaml, table.csv), and, for KUBECTL nodes, in what
`kubectl get nodes -o json` prints (cluster.yaml, cluster.json). The same arguments give the same bytes."""

import ipaddress
import json
import pathlib
import random
import sys

folder, count, kubectl = pathlib.Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
HEAD = """apiVersion: cnigen/v1
kind: Fleet
name: bench
profile:
  target: {containerd: 1.7.34, plugins: 1.5.1}
  network:
    name: pods
    bridge: {name: cni0, gateway: true, hairpin: true}
    addresses: {ranges: [10.88.0.0/16], routes: [default]}
allocate:
  - {from: 10.0.0.0/8, prefix: 25}
  - {from: "fd00::/40", prefix: 64}
reserved: {services: [192.168.0.0/20], hosts: [172.16.0.0/12]}
nodes:
"""
BLOCKS = [ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_network("fd00::/40")]


def subnets(number):
    first, second = (int(block.network_address) for block in BLOCKS)
    return (
        f"{ipaddress.ip_address(first + number * 2**7)}/25",
        f"{ipaddress.ip_address(second + number * 2**64)}/64",
    )


def fleet(name, entries):
    (folder / name).write_text(HEAD + "".join(entries))


nodes = [(f"node-{number:06}", *subnets(number)) for number in range(1, count + 1)]
fleet("explicit.yaml", (f"  - name: {name}\n    subnets:\n      - {v4}\n      - {v6}\n" for name, v4, v6 in nodes))
fleet("flow.yaml", (f'  - {{name: {name}, subnets: [{v4}, "{v6}"]}}\n' for name, v4, v6 in nodes))
fleet("table.yaml", ["  - from: table.csv\n"])
(folder / "table.csv").write_text("name,subnets\n" + "".join(f"{name},{v4} {v6}\n" for name, v4, v6 in nodes))


def fields(random, depth=2):
    """The managedFields of an object: nested names without values."""
    words = ["metadata", "annotations", "labels", "status", "conditions", "addresses", "capacity", "images", "spec"]
    names = random.sample(words, 3)
    return {f"f:{word}": fields(random, depth - 1) if depth and random.random() < 0.5 else {} for word in names}


def node(random, number):
    name = f"ip-10-{number // 256 % 256}-{number % 256}-{random.randrange(256)}.eu-central-1.compute.internal"
    v4, v6 = subnets(number)
    zone = f"eu-central-1{random.choice('abc')}"
    kind = random.choice(["m6i.2xlarge", "m6i.4xlarge", "c6i.8xlarge", "g5.4xlarge"])
    hexadecimal = lambda digits: f"{random.getrandbits(4 * digits):0{digits}x}"
    time = f"2026-0{random.randint(1, 9)}-{random.randint(10, 28)}T{random.randint(10, 23)}:17:42Z"
    condition = lambda kind, status, reason: {
        "lastHeartbeatTime": time, "lastTransitionTime": time, "message": f"kubelet has {reason}", "reason": reason,
        "status": status, "type": kind,
    }  # fmt: skip
    labels = {
        "beta.kubernetes.io/arch": "amd64", "beta.kubernetes.io/os": "linux",
        "eks.amazonaws.com/nodegroup": f"workers-{random.randint(1, 40)}", "kubernetes.io/arch": "amd64",
        "kubernetes.io/hostname": name, "kubernetes.io/os": "linux", "node.kubernetes.io/instance-type": kind,
        "topology.kubernetes.io/region": "eu-central-1", "topology.kubernetes.io/zone": zone,
        "rack": f"r{random.randint(1, 200)}",
    }  # fmt: skip
    return {
        "apiVersion": "v1",
        "kind": "Node",
        "metadata": {
            "annotations": {
                "csi.volume.kubernetes.io/nodeid": json.dumps({"ebs.csi.aws.com": f"i-{hexadecimal(17)}"}),
                "node.alpha.kubernetes.io/ttl": "300",
                "volumes.kubernetes.io/controller-managed-attach-detach": "true",
            },
            "creationTimestamp": time,
            "labels": labels,
            "managedFields": [
                {
                    "apiVersion": "v1", "fieldsType": "FieldsV1", "fieldsV1": fields(random), "manager": manager,
                    "operation": "Update", "time": time,
                }
                for manager in ("kubelet", "kube-controller-manager")
            ],  # fmt: skip
            "name": name,
            "resourceVersion": str(random.randrange(10**9)),
            "uid": f"{hexadecimal(8)}-{hexadecimal(4)}-{hexadecimal(4)}-{hexadecimal(4)}-{hexadecimal(12)}",
        },
        "spec": {
            "podCIDR": v4,
            "podCIDRs": [v4, v6],
            "providerID": f"aws:///{zone}/i-{hexadecimal(17)}",
        },
        "status": {
            "addresses": [
                {"address": f"10.64.{number // 256 % 256}.{number % 256}", "type": "InternalIP"},
                {"address": name, "type": "Hostname"},
            ],
            "allocatable": {"cpu": "7910m", "ephemeral-storage": "95551679124", "memory": "31482284Ki", "pods": "58"},
            "capacity": {"cpu": "8", "ephemeral-storage": "104845292Ki", "memory": "32499116Ki", "pods": "58"},
            "conditions": [
                condition("MemoryPressure", "False", "KubeletHasSufficientMemory"),
                condition("DiskPressure", "False", "KubeletHasNoDiskPressure"),
                condition("PIDPressure", "False", "KubeletHasSufficientPID"),
                condition("Ready", "True", "KubeletReady"),
            ],
            "daemonEndpoints": {"kubeletEndpoint": {"Port": 10250}},
            "images": [
                {
                    "names": [
                        f"registry.example.com/team-{random.randint(1, 60)}/service@sha256:{hexadecimal(64)}",
                        f"registry.example.com/team-{random.randint(1, 60)}/service:v1.{random.randint(0, 99)}.0",
                    ],
                    "sizeBytes": random.randrange(10**7, 10**9),
                }
                for _ in range(random.randint(2, 6))
            ],
            "nodeInfo": {
                "architecture": "amd64", "bootID": hexadecimal(32), "containerRuntimeVersion": "containerd://1.7.34",
                "kernelVersion": "6.1.112-122.189.amzn2023.x86_64", "kubeProxyVersion": "v1.31.2",
                "kubeletVersion": "v1.31.2", "machineID": hexadecimal(32), "operatingSystem": "linux",
                "osImage": "Amazon Linux 2023", "systemUUID": hexadecimal(32),
            },  # fmt: skip
        },
    }


if kubectl:
    chance = random.Random(20)
    cluster = {
        "apiVersion": "v1",
        "items": [node(chance, number) for number in range(1, kubectl + 1)],
        "kind": "List",
        "metadata": {"resourceVersion": ""},
    }
    (folder / "cluster.json").write_text(json.dumps(cluster, indent=4) + "\n")
    fleet("cluster.yaml", ["  - from: cluster.json\n"])
